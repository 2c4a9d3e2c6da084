-- Wake this connection whenever acts are written.
listen stance_change
