package io.cloudpulse.tests.runners;

import io.cloudpulse.tests.kit.Bucket;
import io.cloudpulse.tests.kit.CloudStorage;
import java.io.IOException;

/** Google's buckets, {@code gs://}. */
class CloudStorageIT extends BucketContract {
  @Override
  Bucket start() throws IOException {
    return CloudStorage.start("raw");
  }
}
