package org.parley.bench.reading;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.parley.reading.syntax.FeatureHash;

/// Trains the models of stances, subjects and speakers: logistic regressions over annotated
/// clauses, by L-BFGS with an L2 penalty (OpenNLP's), quantised to eight bits.
///
/// Run it again after a change of the rules, since their results are among the features; subjects
/// after stances, with a rebuild in between. Arguments: `stances`, `subjects` or `speakers`, the
/// output file, then folders of annotated texts and, for stances, files of annotated sentences.
/// Texts held back are left out.
public final class TrainReading {

  private static final double PENALTY = 0.5;
  private static final double PENALTY_OF_SUBJECTS = 1;
  private static final double PENALTY_OF_SPEAKERS = 1;
  private static final int LEAST_OCCURRENCES = 2;
  private static final float LEAST = 0.02f;
  private static final int ITERATIONS = 100;

  private TrainReading() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("speakers")) {
      trainSpeakers(Path.of(arguments[1]), Arrays.asList(arguments).subList(2, arguments.length));
      return;
    }
    boolean isOfSubjects = arguments[0].equals("subjects");
    List<Event> events = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (String each : Arrays.asList(arguments).subList(2, arguments.length)) {
      Path path = Path.of(each);
      List<Example> examples = isOfSubjects ? Example.subjectsIn(path) : Example.in(path);
      System.out.println(each + ": " + examples.size() + " examples");
      for (Example example : examples) {
        counts.merge(example.label(), 1, Integer::sum);
        events.add(event(example, !Files.isDirectory(path)));
      }
    }
    System.out.println(counts);
    QNModel model = train(events, isOfSubjects ? PENALTY_OF_SUBJECTS : PENALTY);
    Path file = Path.of(arguments[1]);
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      write(model, out);
    }
    System.out.println(file + " " + Files.size(file) + " bytes");
  }

  private static Map<String, Double> speakers(List<ConditionalLogit.Choice> choices) {
    return ConditionalLogit.fit(choices, LEAST_OCCURRENCES, PENALTY_OF_SPEAKERS);
  }

  private static void trainSpeakers(Path file, List<String> folders) throws IOException {
    List<List<ConditionalLogit.Choice>> texts = new ArrayList<>();
    for (String each : folders) {
      texts.addAll(SpeakerChoices.in(Path.of(each)));
    }
    System.out.println(SpeakerFolds.of(texts, TrainReading::speakers));
    List<ConditionalLogit.Choice> choices = texts.stream().flatMap(List::stream).toList();
    Map<Integer, float[]> weights = new HashMap<>();
    speakers(choices)
        .forEach(
            (feature, weight) ->
                weights.put(FeatureHash.of(0, feature), new float[] {weight.floatValue()}));
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      int kept = SmallModelFile.write(List.of("speaker"), new float[1], weights, LEAST, out);
      System.out.println(kept + " of " + weights.size() + " features kept");
    }
  }

  /// Claims are more frequent in single sentences than in texts: separate features absorb the
  /// difference, and are left out of the model.
  private static Event event(Example example, boolean isSentence) {
    Stream<String> own =
        isSentence
            ? Stream.concat(
                Stream.of("sentence"),
                example.features().stream()
                    .filter(each -> each.startsWith("h:"))
                    .map(each -> "sentence " + each))
            : Stream.of();
    return new Event(
        example.label(), Stream.concat(example.features().stream(), own).toArray(String[]::new));
  }

  private static QNModel train(List<Event> events, double penalty) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, penalty);
    parameters.put(QNTrainer.THREADS_PARAM, Runtime.getRuntime().availableProcessors());
    OnePassDataIndexer indexer = new OnePassDataIndexer();
    indexer.init(parameters, new HashMap<>());
    indexer.index(ObjectStreamUtils.createObjectStream(events));
    QNTrainer trainer = new QNTrainer();
    trainer.init(parameters, new HashMap<>());
    return trainer.trainModel(ITERATIONS, indexer);
  }

  @SuppressWarnings("unchecked")
  private static void write(QNModel model, DataOutputStream out) throws IOException {
    Object[] parts = model.getDataStructures();
    Map<String, Context> contexts = (Map<String, Context>) parts[1];
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < model.getNumOutcomes(); i++) {
      labels.add(model.getOutcome(i));
    }
    Map<Integer, float[]> weights = new HashMap<>();
    contexts.forEach(
        (feature, context) -> {
          if (!feature.startsWith("sentence")) {
            float[] row = new float[labels.size()];
            for (int i = 0; i < context.getOutcomes().length; i++) {
              row[context.getOutcomes()[i]] = (float) context.getParameters()[i];
            }
            weights.put(FeatureHash.of(0, feature), row);
          }
        });
    int kept = SmallModelFile.write(labels, new float[labels.size()], weights, LEAST, out);
    System.out.println(kept + " of " + weights.size() + " features kept");
  }
}
