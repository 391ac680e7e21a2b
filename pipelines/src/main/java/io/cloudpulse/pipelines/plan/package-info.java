/** What a run would do, told before it is done; nothing here writes anything. */
package io.cloudpulse.pipelines.plan;
