/** What must exist in Google Cloud: a Pulumi program over the same schemas as the jobs. */
package io.cloudpulse.pulumi;
