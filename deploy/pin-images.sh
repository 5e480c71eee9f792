#!/bin/sh
# Writes the digest of every image that is named by its tag alone into the compose files and Dockerfile, as the
# registry has it today: from then on a tag that is moved changes nothing. Run in the folder of the project; needs Docker.
set -eu
files='docker-compose.yml deploy/proxy/compose.yml Dockerfile'
# The list is to be split.
# shellcheck disable=SC2086
sed -n 's/^ *image: //p; s/^ARG NODE=//p' $files | sort -u | while read -r image; do
  case $image in
    rectify:* | *@sha256:*) continue ;;
  esac
  digest=$(docker buildx imagetools inspect --format '{{.Manifest.Digest}}' "$image" </dev/null)
  for file in $files; do
    sed "s|\([ =]\)$image\$|\1$image@$digest|" "$file" >"$file.pinned"
    cat "$file.pinned" >"$file"
    rm "$file.pinned"
  done
  echo "$image@$digest"
done
