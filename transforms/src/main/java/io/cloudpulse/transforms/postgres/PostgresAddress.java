package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.Secrets;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.StringJoiner;
import org.postgresql.PGProperty;

/**
 * Where a PostgreSQL database is and who enters it. Holds the name of the password, never the
 * password: that is looked up where a connection is made.
 *
 * @param url the JDBC URL without user and password
 * @param user the role to enter as; empty for the driver's default
 * @param passwordName a {@link Secrets} name; empty for none
 */
public record PostgresAddress(String url, String user, String passwordName)
    implements Serializable {
  private static final String SCHEME = "jdbc:postgresql://";

  /** Reads {@code jdbc:postgresql://host:port/db?user=U&password=secret://env/NAME}. */
  public static PostgresAddress parse(String text) {
    if (!text.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "a PostgreSQL address must look like jdbc:postgresql://host:5432/database?user=me");
    }
    int query = text.indexOf('?');
    String place = query < 0 ? text : text.substring(0, query);
    if (place.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "a PostgreSQL address takes its user as ?user=NAME, not before an @");
    }
    return parse(place, query < 0 ? "" : text.substring(query + 1));
  }

  private static PostgresAddress parse(String place, String query) {
    StringJoiner rest = new StringJoiner("&", "?", "").setEmptyValue("");
    String user = "";
    String password = "";
    for (String parameter : query.split("&")) {
      if (parameter.startsWith("user=")) {
        user = parameter.substring("user=".length());
      } else if (parameter.startsWith("password=")) {
        password = secretName(parameter.substring("password=".length()));
      } else if (!parameter.isEmpty()) {
        rest.add(parameter);
      }
    }
    return new PostgresAddress(place + rest, user, password);
  }

  private static String secretName(String password) {
    if (!Secrets.isName(password)) {
      throw new IllegalArgumentException(
          "a password must not stand in a flag: name it, as in"
              + " password=secret://env/PGPASSWORD or password=secret://file/run/secrets/pg");
    }
    return password;
  }

  /** Opens a connection that commits only when told to and gives up on a silent server. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    if (!user.isEmpty()) {
      PGProperty.USER.set(properties, user);
    }
    if (!passwordName.isEmpty()) {
      PGProperty.PASSWORD.set(properties, Secrets.resolve(passwordName));
    }
    PGProperty.APPLICATION_NAME.set(properties, "pulse");
    PGProperty.CONNECT_TIMEOUT.set(properties, 10);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.BINARY_TRANSFER_ENABLE.set(properties, BinaryArrays.arrayOids());
    Connection connection = PostgresDriver.connect(url, properties);
    connection.setAutoCommit(false);
    return connection;
  }

  /** Host, port and database, for messages. */
  public String place() {
    int query = url.indexOf('?');
    return url.substring(SCHEME.length(), query < 0 ? url.length() : query);
  }

  /** The address again, with the password's name and nothing secret. */
  @Override
  public String toString() {
    StringJoiner query = new StringJoiner("&", url.indexOf('?') < 0 ? "?" : "&", "");
    query.setEmptyValue("");
    if (!user.isEmpty()) {
      query.add("user=" + user);
    }
    if (!passwordName.isEmpty()) {
      query.add("password=" + passwordName);
    }
    return url + query;
  }
}
