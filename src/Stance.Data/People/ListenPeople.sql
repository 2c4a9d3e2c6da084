-- Hear when somebody's rights or sessions change.
listen stance_people
