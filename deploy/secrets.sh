#!/bin/sh
# Makes the passwords that docker-compose.yml reads, in the folder that is named or in deploy/secrets. What is there stays.
# Containers read the files as users of their own; on this machine the folder keeps others out.
set -eu
folder=${1:-deploy/secrets}
mkdir -p "$folder"
chmod 700 "$folder"

keep() {
  if [ -e "$folder/$1" ]; then
    echo "$folder/$1: kept"
  else
    cat >"$folder/$1"
    chmod 444 "$folder/$1"
    echo "$folder/$1: made"
  fi
}

od -An -N24 -tx1 /dev/urandom | tr -d ' \n' | keep database-password
# For a mail server that wants a login; write its password over this, and set SMTP_PASSWORD_FILE.
echo none | keep smtp-password
