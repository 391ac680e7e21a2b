/** What is computed of {@code stocks.prices}: the datasets whose rows our own code computes. */
package io.cloudpulse.schemas.stocks;
