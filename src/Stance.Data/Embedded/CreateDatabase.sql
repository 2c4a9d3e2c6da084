-- Where do the tables of Stance live on a new embedded server?
create database stance;
