# The worker, with the CLI beside it. The three stages use one base, so that the native parts fit.
ARG NODE=node:22.23.1-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM ${NODE} AS runtime
LABEL org.opencontainers.image.title="rectify" \
      org.opencontainers.image.description="Durable workflows for the rectification of inspection findings" \
      org.opencontainers.image.licenses="Apache-2.0"
# The connection to a Temporal server with TLS trusts what the system trusts.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o node -g node -m 0750 /var/lib/rectify \
    && ln -s /app/bin/rectify.js /usr/local/bin/rectify
ENV NODE_ENV=production TZ=UTC STORE=file:///var/lib/rectify HEALTH_PORT=8081 METRICS_PORT=9464
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY examples examples
COPY --from=build /app/dist dist
USER node
VOLUME /var/lib/rectify
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/worker.js"]
