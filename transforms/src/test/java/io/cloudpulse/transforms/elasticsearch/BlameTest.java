package io.cloudpulse.transforms.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlameTest {
  @ParameterizedTest
  @CsvSource({
    "200, '', NOBODY",
    "201, '', NOBODY",
    "404, '', NOBODY", // a document to delete that is not there
    "409, version_conflict_engine_exception, NOBODY",
    "400, document_parsing_exception, RECORD",
    "400, mapper_parsing_exception, RECORD",
    "413, '', RECORD",
    "0, '', MOMENT", // no answer
    "408, '', MOMENT",
    "429, es_rejected_execution_exception, MOMENT",
    "500, '', MOMENT",
    "502, '', MOMENT",
    "503, unavailable_shards_exception, MOMENT",
    "504, '', MOMENT",
    "400, strict_dynamic_mapping_exception, SETUP",
    "400, index_closed_exception, SETUP",
    "400, illegal_argument_exception, SETUP",
    "401, security_exception, SETUP",
    "403, cluster_block_exception, SETUP",
    "404, index_not_found_exception, SETUP"
  })
  void blames(int status, String type, Blame blame) {
    assertThat(Blame.of(status, type, "said")).isEqualTo(blame);
  }

  @Test
  void blamesATermThatIsTooLongOnItsRecord() {
    String said = "Document contains at least one immense term in field=\"ship\" (whose UTF8 ...";

    assertThat(Blame.of(400, "illegal_argument_exception", said)).isEqualTo(Blame.RECORD);
    assertThat(RefusedDocument.field(said)).isEqualTo("ship");
  }

  @Test
  void findsTheFieldThatAnErrorNames() {
    assertThat(RefusedDocument.field("[1:6] failed to parse field [n] of type [double] in"))
        .isEqualTo("n");
    assertThat(RefusedDocument.field("[1:11] failed to parse: Duplicate field 'a'")).isEmpty();
  }
}
