-- The two roles and the database. Run once as a superuser; set the passwords with \password afterwards.
CREATE ROLE kurslop_owner LOGIN;
CREATE ROLE kurslop_app LOGIN;
CREATE DATABASE kurslop OWNER kurslop_owner TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE kurslop FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE kurslop TO kurslop_app;
