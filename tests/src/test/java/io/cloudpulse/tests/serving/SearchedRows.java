package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PulseCommand;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Some books, products and customers to search in. */
record SearchedRows(Database database, Indices indices) {
  private static final String OURS =
      "books-catalogue,northwind-products,northwind-customers,crm-products,books-catalogue-deleted";

  private static final String BOOKS =
      """
      book_id,goodreads_book_id,authors,original_title,title,average_rating,ratings_1,ratings_2,ratings_3,ratings_4,ratings_5
      1,1,"Ada Meyer, José Lima",El Faro,The Lighthouse,4.50,1,1,1,1,1
      2,2,Zoë Smith,,Lighthouse Keepers of the North,3.10,1,1,1,1,1
      3,3,Ada Meyer,,"<script>alert('harbour')</script> & the ""Sea""\",2.00,1,1,1,1,1
      4,4,Nobody,,Salt,1.00,1,1,1,1,1
      """;

  private static final String PRODUCTS =
      """
      product_id,product_name,supplier_id,category_id,quantity_per_unit,unit_price,units_in_stock,units_on_order,reorder_level,discontinued
      1,Lighthouse Tea,1,1,12 boxes,18.10,1,1,1,0
      2,Crème Brûlée Mix,1,1,10 kg,19.00,1,1,1,1
      """;

  private static final String CUSTOMERS =
      """
      customer_id,company_name,contact_name,contact_title,address,city,region,postal_code,country,phone,fax
      ABCDE,Harbour Foods,Ada Meyer,Owner,1 Lighthouse Street,Bremen,,28195,Germany,,
      """;

  private static final String DEALS = "product,series,sales_price\nGTX Pro,GTX,4821\n";

  /** Stores some of each dataset. */
  void store(Path folder) throws IOException {
    move(
        "books.catalogue",
        "--source=files:" + Files.writeString(folder.resolve("books.csv"), BOOKS));
    move(
        "northwind.products",
        "--source=files:" + Files.writeString(folder.resolve("products.csv"), PRODUCTS));
    move(
        "northwind.customers",
        "--source=files:" + Files.writeString(folder.resolve("customers.csv"), CUSTOMERS));
    move("crm.products", "--source=files:" + Files.writeString(folder.resolve("crm.csv"), DEALS));
  }

  /** Stores books of a topic, to its end. */
  void follow(String topic) {
    move("books.catalogue", "--source=" + topic, "--until=end");
  }

  private void move(String dataset, String... flags) {
    List<String> command = new ArrayList<>(List.of("run", "--dataset=" + dataset));
    command.addAll(List.of(flags));
    command.add("--sink=" + database.sink() + "," + indices.address());
    command.add("--runner=direct");
    Generated.must(PulseCommand.run(command.toArray(String[]::new)));
    assertThat(indices.ask("POST", "/_refresh", "").statusCode()).isEqualTo(200);
  }

  void forget() {
    HttpResponse<String> unused =
        indices.ask("DELETE", "/" + OURS + "?ignore_unavailable=true", "");
  }
}
