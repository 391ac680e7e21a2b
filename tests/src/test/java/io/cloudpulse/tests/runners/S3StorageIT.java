package io.cloudpulse.tests.runners;

import io.cloudpulse.tests.kit.Bucket;
import io.cloudpulse.tests.kit.S3Storage;
import java.io.IOException;

/** Amazon's buckets, {@code s3://}. */
class S3StorageIT extends BucketContract {
  @Override
  Bucket start() throws IOException {
    return S3Storage.start();
  }
}
