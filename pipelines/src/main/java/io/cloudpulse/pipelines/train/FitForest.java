package io.cloudpulse.pipelines.train;

import io.cloudpulse.transforms.likelihood.Example;
import io.cloudpulse.transforms.likelihood.Feature;
import io.cloudpulse.transforms.likelihood.FeatureSchema;
import io.cloudpulse.transforms.likelihood.Forest;
import io.cloudpulse.transforms.likelihood.Tree;
import java.util.ArrayList;
import java.util.List;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Fits a random forest (Breiman 2001) by Tribuo, and takes over its trees. The same examples in the
 * same order and the same seed give the same forest.
 */
final class FitForest {
  static final int TREES = 60;
  static final int DEPTH = 8;

  /** Of the examples, in a leaf. */
  private static final float LEAST = 10;

  /** Of the features, that each node of a tree chooses from. */
  private static final float CHOICE = 0.3f;

  private static final String BOUGHT = "bought";
  private static final String LEFT = "left";
  private static final LabelFactory LABELS = new LabelFactory();

  private final FeatureSchema schema;
  private final String[] names;

  FitForest(FeatureSchema schema) {
    this.schema = schema;
    this.names = schema.features().stream().map(Feature::name).toArray(String[]::new);
  }

  Forest fit(List<Example> examples, long seed) {
    Model<Label> fitted = train(examples, seed);
    List<Tree> trees = new ArrayList<>();
    for (Model<Label> tree : ((WeightedEnsembleModel<Label>) fitted).getModels()) {
      trees.add(new TakeTree(schema, BOUGHT).of((TreeModel<Label>) tree));
    }
    return new Forest(trees);
  }

  /** What Tribuo itself makes of them. */
  Model<Label> train(List<Example> examples, long seed) {
    MutableDataset<Label> data =
        new MutableDataset<>(new SimpleDataSourceProvenance(schema.dataset(), LABELS), LABELS);
    examples.forEach(example -> data.add(labelled(example)));
    CARTClassificationTrainer tree =
        new CARTClassificationTrainer(DEPTH, LEAST, 0, CHOICE, new GiniIndex(), seed);
    return new RandomForestTrainer<>(tree, new FullyWeightedVotingCombiner(), TREES, seed)
        .train(data);
  }

  ArrayExample<Label> labelled(Example example) {
    return new ArrayExample<>(
        new Label(example.bought() ? BOUGHT : LEFT), names, example.features());
  }
}
