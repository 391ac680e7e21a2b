package io.cloudpulse.schemas.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of mistake once, with what its writer is told. Quotes are written as ~ here. */
class DatasetProblemsTest {
  private static final String FIELDS =
      "fields: {id: {type: string}, day: {type: date}, ratio: {type: double},"
          + " sum: {type: int64, derive: '1'}}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                  | type is missing. For example: type: string
          {type: [string]}                    | type must be one text, not a list
          {type: string, required: yes}       | required was ~yes~, but must be true or false
          {type: string, examples: a}         | examples must be a list, such as [a, b], not a text
          {type: string, nulls: [null]}       | nulls[0] has no value. Leave it out, or write a text in quotes
          {type: string, aliases: [a], aliases: [b]} | aliases is written twice: first on line 1
          {type: string, reqired: true}       | reqired is not known. Did you mean required?
          {type: string, min: 1}              | min is for fields of type int64, double, decimal, date or timestamp, but this is string
          {type: int64, max: 1.5}             | max was ~1.5~, but must be a value of type int64. For example: 10
          {type: "decimal(3,1)", max: 1.55}   | max was ~1.55~, but must be a value of type decimal(3,1). For example: 1.0
          {type: date, min: 2024-02-30}       | min was ~2024-02-30~, but must be a value of type date. For example: 2024-12-31
          {type: int64, min: 3, max: 2}       | min was ~3~, but must be at most max, which is 2
          {type: int64, allowed: ["1"]}       | allowed is for fields of type string, but this is int64
          {type: string, allowed: [A], corrections: {a: B}} | corrections.a was ~B~, but must be one of the allowed texts: A
          {type: string, formats: [x]}        | formats is for fields of type date, timestamp or boolean, but this is string
          {type: date, formats: [dd.MM]}      | formats[0] was ~dd.MM~, but must be iso or a pattern of Java's DateTimeFormatter that gives a date. For example: dd.MM.yyyy
          {type: timestamp, formats: [dd.MM.yyyy]} | formats[0] was ~dd.MM.yyyy~, but must be iso or a pattern of Java's DateTimeFormatter that gives a date and time. For example: dd.MM.yyyy HH:mm:ss
          {type: timestamp, zone: Paris}      | zone was ~Paris~, but must be a time zone's name or an offset. For example: Europe/Paris
          {type: date, zone: Europe/Paris}    | zone is for fields of type timestamp, but this is date
          {type: boolean, formats: [Y, Y]}    | formats must be two texts: the words for true and the words for false, no word in both. For example: [~Y~, ~N~]
          {type: int64, constant: web}        | constant was ~web~, but must be a value of type int64
          {type: int64, min: 5, examples: [4]} | examples[0] was ~4~, but must be at least min, which is 5
          {type: string, allowed: [A], examples: [B]} | examples[0] was ~B~, but must be one of A
          {type: date, formats: [dd.MM.yyyy], examples: [2024-01-01]} | examples[0] was ~2024-01-01~, but must be written as dd.MM.yyyy
          {type: timestamp, formats: [iso, dd.MM.yyyy HH:mm], examples: [noon]} | examples[0] was ~noon~, but must be written as iso or dd.MM.yyyy HH:mm
          {type: json, examples: ["{"]}       | examples[0] was ~{~, but must be JSON
          {type: int64, derive: "1", constant: "1"} | constant is for values that are read, but derive computes this one
          {type: int64, derive: "x + 1"}      | derive reads itself. It may read fields that are not derived, and derived ones above it
          {type: int64, derive: "nothing"}    | derive cannot be used: nothing is no field and no function (column 1 of the expression)
          """)
  void inAField(String field, String message) {
    assertThatThrownBy(
            () ->
                DatasetFile.parse(
                    "f.yaml", "fields: {x: " + field + "}\ndataset: a.b\nkey: content\n"))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessage("f.yaml:1: fields.x." + message.replace('~', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          format: xml             | format was ~xml~, but must be csv or jsonl
          encoding: UTF-16        | encoding was ~UTF-16~, but must be one in which each ASCII character is one byte, since lines are told apart by their bytes. Convert such files first, for example: iconv -f UTF-16 -t UTF-8
          encoding: UTF-9         | encoding was ~UTF-9~, but must be an encoding that Java knows. For example: UTF-8, ISO-8859-1 or windows-1252
          delimiter: ';;'         | delimiter was ~;;~, but must be one ASCII character that is no quote and no line break. For example: ~;~ or ~\\t~
          preamble: -1            | preamble was ~-1~, but must be a whole number from 0 to 9999
          header: [a, a]          | header must name each column once
          unpivot: {columns: '(', name: id, value: day} | unpivot.columns was ~(~, but must be a regular expression (Unclosed group). For example: '\\d{4}'
          unpivot: {columns: 'a', name: id, value: id} | unpivot must have a name and a value that are two fields, but both are id
          unpivot: {columns: 'a', name: id, value: dya} | unpivot.value names dya, but there is no such field. Did you mean day?
          layouts: [{name: a, aliases: {id: [x], day: [x]}}] | layouts[0].aliases.day names x, which is a name of id already
          layouts: []             | layouts must hold at least one layout, or be left out
          layouts: [{}]           | layouts[0].name is missing. For example: name: wide
          layouts: [{name: a}, {name: a}] | layouts[1].name was ~a~, but must be a name that no layout before has
          layouts: [{name: a, aliases: {idd: [x]}}] | layouts[0].aliases.idd names idd, but there is no such field. Did you mean id?
          layouts: [{name: a, aliases: {sum: [x]}}] | layouts[0].aliases.sum is for values that are read, but field sum is derived
          layouts: [{name: a, constants: {day: x}}] | layouts[0].constants.day was ~x~, but must be a value of type date
          eventTime: id           | eventTime was ~id~, but must be a field of type date or timestamp, but id is string
          version: eventTime      | version was ~eventTime~, but must be a field, as long as eventTime is not set
          version: ratio          | version was ~ratio~, but must be a field of type date or timestamp, but ratio is double
          clusterBy: [id, id]     | clusterBy[1] names id a second time
          findBy: [day, day]      | findBy[1] names day a second time
          findBy: [ratio]         | findBy[0] was ~ratio~, but must be a field whose values are equal or not, but ratio is double
          clusterBy: [ratio]      | clusterBy[0] was ~ratio~, but must be a field that BigQuery can cluster by, but ratio is double
          rules: [{name: a, check: 'true'}] | rules[0].message is missing. For example: message: ~shipped before it was ordered~
          rules: [{name: a, check: 'true', message: m}, {name: a, check: 'true', message: m}] | rules[1].name was ~a~, but must be a name that no rule before has
          rules: [{name: a, check: '1', message: m}] | rules[0].check cannot be used: gives int, but must give boolean (column 1 of the expression)
          tirm: true              | tirm is not known. Did you mean trim?
          zzz: true               | zzz is not known. Known here: dataset, description, fields, key, eventTime, version, clusterBy, findBy, rules, layouts, enrich, into, format, encoding, delimiter, preamble, multiline, trim, nulls, header, ignore, unpivot
          """)
  void inTheRest(String setting, String message) {
    assertThatThrownBy(
            () ->
                DatasetFile.parse(
                    "f.yaml", setting + "\n" + FIELDS + "dataset: a.b\nkey: content\n"))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessage("f.yaml:1: " + message.replace('~', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          key: []         | key must name at least one field, or be content or position
          key: contents   | key was ~contents~, but must be a list of fields, or content, or position. For example: [id]
          key: [ratio]    | key[0] was ~ratio~, but must be a field of an exact type, not double or json, but ratio is double
          key: {id: 1}    | key must be a list, such as [a, b], not a group of settings
          """)
  void inTheKey(String key, String message) {
    assertThatThrownBy(() -> DatasetFile.parse("f.yaml", key + "\n" + FIELDS + "dataset: a.b\n"))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessage("f.yaml:1: " + message.replace('~', '"'));
  }
}
