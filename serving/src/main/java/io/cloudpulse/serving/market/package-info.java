/** Prices of shares. */
package io.cloudpulse.serving.market;
