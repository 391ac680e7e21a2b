package io.cloudpulse.pulumi;

import com.pulumi.gcp.storage.Bucket;
import com.pulumi.gcp.storage.BucketArgs;
import com.pulumi.gcp.storage.inputs.BucketLifecycleRuleActionArgs;
import com.pulumi.gcp.storage.inputs.BucketLifecycleRuleArgs;
import com.pulumi.gcp.storage.inputs.BucketLifecycleRuleConditionArgs;
import com.pulumi.gcp.storage.inputs.BucketVersioningArgs;
import java.util.List;

/**
 * The buckets, a purpose each: rights and lifetimes go by bucket.
 *
 * @param data files to load
 * @param refused dead letters
 * @param temp what jobs need while they run
 * @param templates what Flex Templates start from
 * @param state checkpoints of Flink
 */
record Storage(Bucket data, Bucket refused, Bucket temp, Bucket templates, Bucket state) {
  private static final int DAYS_OF_TEMP = 14;
  private static final int DAYS_OF_OLD_VERSIONS = 30;
  private static final int DAYS_BEFORE_COLD = 30;

  static Storage in(Site site) {
    int days = site.settings().deadLetterDays();
    return new Storage(
        bucket(site, "data", true, cold(DAYS_BEFORE_COLD), deleteOld(), abortUploads()),
        bucket(site, "refused", true, deleteAfter(days), deleteOld(), abortUploads()),
        bucket(site, "temp", false, deleteAfter(DAYS_OF_TEMP), abortUploads()),
        bucket(site, "templates", true, deleteOld(), abortUploads()),
        // A checkpoint may share old files with the newest one: none goes by its age.
        bucket(site, "state", false, abortUploads()));
  }

  private static Bucket bucket(
      Site site, String purpose, boolean versioned, BucketLifecycleRuleArgs... lifecycle) {
    return new Bucket(
        purpose,
        BucketArgs.builder()
            .name(site.names().bucket(purpose))
            .location(site.settings().region())
            .uniformBucketLevelAccess(true)
            .publicAccessPrevention("enforced")
            .versioning(BucketVersioningArgs.builder().enabled(versioned).build())
            .lifecycleRules(List.of(lifecycle))
            .forceDestroy(!site.settings().protect())
            .labels(site.names().labels())
            .build(),
        site.options());
  }

  private static BucketLifecycleRuleArgs deleteAfter(int days) {
    return rule("Delete", BucketLifecycleRuleConditionArgs.builder().age(days).build());
  }

  /** What was deleted or replaced can be had back for a while. */
  private static BucketLifecycleRuleArgs deleteOld() {
    return rule(
        "Delete",
        BucketLifecycleRuleConditionArgs.builder()
            .daysSinceNoncurrentTime(DAYS_OF_OLD_VERSIONS)
            .withState("ARCHIVED")
            .build());
  }

  private static BucketLifecycleRuleArgs abortUploads() {
    return rule(
        "AbortIncompleteMultipartUpload",
        BucketLifecycleRuleConditionArgs.builder().age(1).build());
  }

  private static BucketLifecycleRuleArgs cold(int days) {
    return BucketLifecycleRuleArgs.builder()
        .action(
            BucketLifecycleRuleActionArgs.builder()
                .type("SetStorageClass")
                .storageClass("NEARLINE")
                .build())
        .condition(BucketLifecycleRuleConditionArgs.builder().age(days).build())
        .build();
  }

  private static BucketLifecycleRuleArgs rule(
      String action, BucketLifecycleRuleConditionArgs condition) {
    return BucketLifecycleRuleArgs.builder()
        .action(BucketLifecycleRuleActionArgs.builder().type(action).build())
        .condition(condition)
        .build();
  }
}
