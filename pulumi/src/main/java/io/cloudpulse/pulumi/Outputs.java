package io.cloudpulse.pulumi;

import com.pulumi.Context;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the stack tells others.
 *
 * @param flags what {@code pulse run --stack-outputs=FILE} takes: each a flag of {@code run} or of
 *     Beam. No secret is among them, only its name
 * @param others for people and scripts, by name
 */
record Outputs(Map<String, Output<String>> flags, Map<String, Output<?>> others) {
  private static final String TEMPLATE = "template";

  static Outputs of(Site site, Network network, Identities identities, Reached reached) {
    Outputs outputs = new Outputs(new LinkedHashMap<>(), new LinkedHashMap<>());
    outputs.tellDataflow(site, network, identities, reached.storage());
    outputs.tellAddresses(reached);
    outputs.tellOthers(site, identities, reached);
    return outputs;
  }

  private void tellDataflow(Site site, Network network, Identities identities, Storage storage) {
    Settings settings = site.settings();
    flags.put("project", Output.of(settings.project()));
    flags.put("region", Output.of(settings.region()));
    flags.put("tempLocation", Output.format("gs://%s/temp", storage.temp().name()));
    flags.put("stagingLocation", Output.format("gs://%s/staging", storage.temp().name()));
    flags.put("serviceAccount", identities.worker().email());
    flags.put(
        "subnetwork",
        Output.format("regions/%s/subnetworks/%s", settings.region(), network.subnetwork().name()));
    flags.put("workerMachineType", Output.of(settings.workers().machineType()));
    flags.put("maxNumWorkers", Output.of(String.valueOf(settings.workers().most())));
    flags.put("labels", Output.of(Json.write(site.names().labels())));
  }

  private void tellAddresses(Reached reached) {
    flags.put("sink", reached.relational().address());
    flags.put("ledger", reached.relational().address());
    flags.put(
        "deadLetters", Output.format("files:gs://%s/refused", reached.storage().refused().name()));
  }

  private void tellOthers(Site site, Identities identities, Reached reached) {
    others.put("launcher", identities.launcher().email());
    others.put("images", reached.registry().address());
    others.put(TEMPLATE, template(reached.storage()));
    others.put("data", Output.format("gs://%s", reached.storage().data().name()));
    String project = site.settings().project();
    others.put(
        "subscriptions",
        all(
            reached.messaging().subscriptions(),
            of -> Output.format("pubsub://%s/%s", project, of.name())));
    others.put(
        "warehouse",
        all(
            reached.warehouse().families(),
            of -> Output.format("bigquery://%s/%s", project, of.datasetId())));
  }

  /** Where {@code gcloud dataflow flex-template build} is to write, and jobs start from. */
  static Output<String> template(Storage storage) {
    return Output.format("gs://%s/pulse.json", storage.templates().name());
  }

  void tellKubernetes(Kubernetes kubernetes) {
    others.put("cluster", kubernetes.cluster().name());
    others.put("serviceAccounts", all(kubernetes.identities().accounts(), email -> email));
  }

  Output<String> flag(String name) {
    return Optional.ofNullable(flags.get(name))
        .orElseThrow(() -> new IllegalArgumentException("the stack has no flag " + name));
  }

  void export(Context context) {
    Context unused = context.export("flags", all(flags, value -> value));
    others.forEach(context::export);
  }

  /** A map whose values are to come, as a map that is to come. */
  private static <T> Output<Map<String, String>> all(
      Map<String, T> values, Function<T, Output<String>> told) {
    List<String> names = List.copyOf(values.keySet());
    return Output.all(names.stream().map(name -> told.apply(values.get(name))).toList())
        .applyValue(
            texts -> {
              Map<String, String> all = new LinkedHashMap<>();
              for (int i = 0; i < names.size(); i++) {
                all.put(names.get(i), texts.get(i));
              }
              return all;
            });
  }
}
