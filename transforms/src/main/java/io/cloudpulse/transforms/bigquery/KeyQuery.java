package io.cloudpulse.transforms.bigquery;

import com.google.api.services.bigquery.model.QueryParameter;
import com.google.api.services.bigquery.model.QueryParameterType;
import com.google.api.services.bigquery.model.QueryParameterValue;
import io.cloudpulse.schemas.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What asks for the row of one key: its values are bound, never text of the query. */
record KeyQuery(List<Column> key, List<String> texts) {
  static KeyQuery of(Dataset dataset, List<Column> columns, List<String> texts) {
    List<Column> key =
        dataset.key().columns().stream()
            .map(
                name ->
                    columns.stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow())
            .toList();
    return new KeyQuery(key, texts);
  }

  /** The {@code where} clause. */
  String where() {
    return key.stream()
        .map(column -> RowValues.quoted(column.name()) + " = @" + column.name())
        .collect(Collectors.joining(" and ", " where ", ""));
  }

  List<QueryParameter> parameters() {
    List<QueryParameter> parameters = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      parameters.add(
          new QueryParameter()
              .setName(key.get(i).name())
              .setParameterType(new QueryParameterType().setType(key.get(i).kind().name()))
              .setParameterValue(new QueryParameterValue().setValue(texts.get(i))));
    }
    return parameters;
  }
}
