package io.cloudpulse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.gcp.sql.Database;
import com.pulumi.gcp.sql.DatabaseArgs;
import com.pulumi.gcp.sql.DatabaseInstance;
import com.pulumi.gcp.sql.DatabaseInstanceArgs;
import com.pulumi.gcp.sql.User;
import com.pulumi.gcp.sql.UserArgs;
import com.pulumi.gcp.sql.inputs.DatabaseInstanceSettingsArgs;
import com.pulumi.gcp.sql.inputs.DatabaseInstanceSettingsBackupConfigurationArgs;
import com.pulumi.gcp.sql.inputs.DatabaseInstanceSettingsBackupConfigurationBackupRetentionSettingsArgs;
import com.pulumi.gcp.sql.inputs.DatabaseInstanceSettingsIpConfigurationArgs;

/**
 * PostgreSQL, in the network alone: no public address. Backed up each night, and to any second of
 * the last days. Google keeps the name of a deleted instance for a week: a stack that is made anew
 * before that needs another name.
 */
record Relational(DatabaseInstance instance, Secrets secrets) {
  private static final String DATABASE = "pulse";
  private static final String USER = "pulse";
  private static final int BACKUPS = 14;
  private static final int DAYS_OF_LOG = 7;

  static Relational in(Site site, Network network, Secrets secrets) {
    DatabaseInstance instance =
        new DatabaseInstance(
            "database",
            DatabaseInstanceArgs.builder()
                .name(site.names().of("database"))
                .databaseVersion("POSTGRES_15")
                .region(site.settings().region())
                .deletionProtection(site.settings().protect())
                .settings(settings(site, network))
                .build(),
            site.after(network.peering()));
    Database database =
        new Database(
            "database",
            DatabaseArgs.builder().name(DATABASE).instance(instance.name()).build(),
            site.options());
    var unused =
        new User(
            "database",
            UserArgs.builder()
                .name(USER)
                .instance(instance.name())
                .password(secrets.password())
                .build(),
            site.after(database));
    return new Relational(instance, secrets);
  }

  private static DatabaseInstanceSettingsArgs settings(Site site, Network network) {
    Settings.Database size = site.settings().database();
    return DatabaseInstanceSettingsArgs.builder()
        .tier(size.tier())
        .diskSize(size.diskGb())
        .diskAutoresize(true)
        .availabilityType(size.highlyAvailable() ? "REGIONAL" : "ZONAL")
        .deletionProtectionEnabled(site.settings().protect())
        .userLabels(site.names().labels())
        .ipConfiguration(
            DatabaseInstanceSettingsIpConfigurationArgs.builder()
                .ipv4Enabled(false)
                .privateNetwork(network.vpc().id())
                .build())
        .backupConfiguration(backups())
        .build();
  }

  private static DatabaseInstanceSettingsBackupConfigurationArgs backups() {
    return DatabaseInstanceSettingsBackupConfigurationArgs.builder()
        .enabled(true)
        .pointInTimeRecoveryEnabled(true)
        .transactionLogRetentionDays(DAYS_OF_LOG)
        .startTime("02:00")
        .backupRetentionSettings(
            DatabaseInstanceSettingsBackupConfigurationBackupRetentionSettingsArgs.builder()
                .retainedBackups(BACKUPS)
                .build())
        .build();
  }

  /** As {@code --sink} takes it: the password by its name. */
  Output<String> address() {
    return Output.format(
        "jdbc:postgresql://%s:5432/%s?user=%s&sslmode=require&password=%s",
        instance.privateIpAddress(), DATABASE, USER, secrets.passwordName());
  }
}
