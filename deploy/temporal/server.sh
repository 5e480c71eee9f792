#!/bin/sh
# Starts the Temporal server. Its image takes the password of the database from the environment alone, which everybody sees
# who may look at containers; here it stands in a file.
set -eu
POSTGRES_PWD=$(cat "$POSTGRES_PWD_FILE")
export POSTGRES_PWD
exec /etc/temporal/entrypoint.sh
