/** The HTTP API over the sinks: what a reader may ask, and what comes back. */
package io.cloudpulse.serving;
