package io.cloudpulse.transforms.bigquery;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import io.cloudpulse.transforms.VersionedRecord;

/** Writes rows as messages of the Storage Write API. One caller at a time. */
interface RowEncoder {
  /** What the messages look like. */
  DescriptorProto descriptor();

  ByteString encode(VersionedRecord row);
}
