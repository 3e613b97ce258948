package org.parley.bench.reading;

import edu.emory.clir.clearnlp.classification.map.FeatureMap;
import edu.emory.clir.clearnlp.classification.model.StringModel;
import edu.emory.clir.clearnlp.classification.vector.AbstractWeightVector;
import edu.emory.clir.clearnlp.collection.map.ObjectIntHashMap;
import edu.emory.clir.clearnlp.collection.pair.ObjectIntPair;
import edu.emory.clir.clearnlp.component.AbstractStatisticalComponent;
import edu.emory.clir.clearnlp.component.mode.dep.DEPConfiguration;
import edu.emory.clir.clearnlp.component.mode.dep.EnglishDEPParser;
import edu.emory.clir.clearnlp.component.mode.pos.EnglishPOSTagger;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.parley.reading.syntax.FeatureHash;
import org.tukaani.xz.XZInputStream;

/// Builds the small models of the parser from those published by ClearNLP:
/// `clearnlp-general-en-pos`, `clearnlp-general-en-dep` 3.2 and `clearnlp-global-lexica` 3.1. They
/// have to be on the class path; needs `-Xmx6g`.
///
/// Arguments: the output folder, and the pruning threshold of weights, default 0.02.
public final class ShrinkModels {

  private static final String CLUSTERS =
      "/brown-rcv1.clean.tokenized-CoNLL03.txt-c1000-freq1.txt.xz";

  private ShrinkModels() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    float least = arguments.length > 1 ? Float.parseFloat(arguments[1]) : 0.02f;
    try (ObjectInputStream in = open("/general-en-pos.xz")) {
      shrink(new EnglishPOSTagger(in), least, folder.resolve("tagger.gz"));
    }
    try (ObjectInputStream in = open("/general-en-dep.xz")) {
      EnglishDEPParser parser = new EnglishDEPParser(new DEPConfiguration("root"), in);
      shrink(parser, least, folder.resolve("parser.gz"));
    }
    try (ObjectInputStream in = open(CLUSTERS)) {
      @SuppressWarnings("unchecked")
      Map<String, Set<String>> clusters = (Map<String, Set<String>>) in.readObject();
      write(clusters, folder.resolve("clusters.gz"));
    }
  }

  private static ObjectInputStream open(String name) throws IOException {
    InputStream in = ShrinkModels.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("no " + name + " on the class path. Maybe add the jar that holds it");
    }
    return new ObjectInputStream(
        new BufferedInputStream(new XZInputStream(new BufferedInputStream(in))));
  }

  private static void shrink(
      AbstractStatisticalComponent<?, ?, ?, ?, ?> component, float least, Path file)
      throws Exception {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(parts)) {
      out.writeObject(component.getFeatureExtractors());
      out.writeObject(component.getLexicons());
    }
    try (DataOutputStream out = create(file)) {
      out.writeInt(parts.size());
      parts.writeTo(out);
      out.writeInt(component.getModels().length);
      for (StringModel each : component.getModels()) {
        shrink(each, least, out);
      }
    }
    System.out.println(file + " " + Files.size(file) + " bytes");
  }

  private static void shrink(StringModel model, float least, DataOutputStream out)
      throws Exception {
    AbstractWeightVector weights = model.getWeightVector();
    int labels = model.getLabelSize();
    float[] bias = new float[labels];
    for (int i = 0; i < labels; i++) {
      bias[i] = weights.get(i);
    }
    Map<Integer, float[]> rows = new HashMap<>();
    List<ObjectIntHashMap<String>> maps = featuresOf(model);
    for (int type = 0; type < maps.size(); type++) {
      for (ObjectIntPair<String> feature : maps.get(type)) {
        float[] row = new float[labels];
        for (int j = 0; j < labels; j++) {
          row[j] = weights.get(feature.i * labels + j);
        }
        rows.put(FeatureHash.of(type, feature.o), row);
      }
    }
    int kept = SmallModelFile.write(List.of(model.getLabels()), bias, rows, least, out);
    System.out.println(kept + " of " + model.getFeatureSize() + " features kept");
  }

  /// The library does not list its features.
  @SuppressWarnings("unchecked")
  private static List<ObjectIntHashMap<String>> featuresOf(StringModel model) throws Exception {
    Field features = StringModel.class.getDeclaredField("m_features");
    features.setAccessible(true);
    Field maps = FeatureMap.class.getDeclaredField("l_map");
    maps.setAccessible(true);
    return (List<ObjectIntHashMap<String>>) maps.get(features.get(model));
  }

  private static void write(Map<String, Set<String>> clusters, Path file) throws IOException {
    List<Set<String>> sets = new ArrayList<>(new java.util.LinkedHashSet<>(clusters.values()));
    Map<Set<String>, Integer> numbers = new HashMap<>();
    sets.forEach(each -> numbers.put(each, numbers.size()));
    try (DataOutputStream out = create(file)) {
      out.writeInt(sets.size());
      for (Set<String> set : sets) {
        out.writeByte(set.size());
        for (String each : set) {
          out.writeUTF(each);
        }
      }
      out.writeInt(clusters.size());
      for (String word : new TreeSet<>(clusters.keySet())) {
        out.writeUTF(word);
        out.writeShort(numbers.getOrDefault(clusters.get(word), -1));
      }
    }
    System.out.println(file + " " + Files.size(file) + " bytes");
  }

  private static DataOutputStream create(Path file) throws IOException {
    return new DataOutputStream(
        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
          {
            def.setLevel(9);
          }
        });
  }
}
