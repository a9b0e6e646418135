import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Strict headers: the explorer's pages run their own files only, and no other site may frame them but `/embed`. */
export const securityHeaders: RequestHandler = (request, response, next) => {
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        // Only the page made for it may be put into another page.
        frameAncestors: request.path === '/embed' ? ['*'] : ["'none'"],
      },
    },
    frameguard: false,
    strictTransportSecurity: false,
  })(request, response, next);
};
