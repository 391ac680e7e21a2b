/** Which datasets are computed of which. */
package io.cloudpulse.schemas.aggregates;
