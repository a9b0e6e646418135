# The API and the explorer. Built in one image, run in another that has neither compilers nor development packages.
FROM node:20.19.5-bookworm-slim AS build
ENV CI=true
WORKDIR /attest
COPY . .
RUN node scripts/setup.mjs
RUN node_modules/.bin/tsc -b
RUN node scripts/build-viewer.mjs
# What is left is what runs.
RUN npx --yes pnpm@10.34.9 install --prod --frozen-lockfile --prefer-offline

FROM node:20.19.5-bookworm-slim
ENV NODE_ENV=production
WORKDIR /attest
COPY --from=build /attest /attest
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4747
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s CMD ["node", "-e", "fetch('http://127.0.0.1:4747/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "packages/cli/dist/main.js", "serve", "--host", "0.0.0.0", "--port", "4747", "--data", "/data"]
CMD ["/attest/corpus"]
