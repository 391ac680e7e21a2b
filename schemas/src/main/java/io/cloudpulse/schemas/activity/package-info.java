/** What is counted of {@code activity.events}: the datasets whose rows our own code computes. */
package io.cloudpulse.schemas.activity;
