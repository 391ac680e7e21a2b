package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Field;

/** Makes a value of one type from its text. */
interface ValueParser {
  /**
   * The value, in its type's carrier.
   *
   * @throws NotOfType if the text is not of the type
   */
  Object parse(char[] text, int from, int length);

  /** What a text must be, for a refusal: {@code a whole number}. */
  String allowed();

  static ValueParser of(Field field) {
    return switch (field.type().kind()) {
      case STRING -> new StringParser();
      case INT64 -> new IntegerParser();
      case DOUBLE -> new DoubleParser();
      case DECIMAL -> new DecimalParser(field.type().precision(), field.type().scale());
      case BOOLEAN -> new BooleanParser(field.formats());
      case DATE -> new DateParser(field.formats());
      case TIMESTAMP -> new TimestampParser(field.formats(), field.zone());
      case JSON -> new JsonParserOfValue();
    };
  }

  /** Says only that the text is wrong, without a stack trace: dirty files throw many. */
  final class NotOfType extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotOfType() {
      super("the text is not of the type", null, false, false);
    }
  }

  /** Text as it is. */
  final class StringParser implements ValueParser {
    @Override
    public Object parse(char[] text, int from, int length) {
      return new String(text, from, length);
    }

    @Override
    public String allowed() {
      return "a text";
    }
  }

  /** JSON, made compact. */
  final class JsonParserOfValue implements ValueParser {
    @Override
    public Object parse(char[] text, int from, int length) {
      try {
        return JsonFields.compact(new String(text, from, length));
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new NotOfType();
      }
    }

    @Override
    public String allowed() {
      return "JSON";
    }
  }
}
