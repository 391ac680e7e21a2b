/** The story that {@code pulse demo} tells, with real data, runs and checks. */
package io.cloudpulse.pipelines.demo;
