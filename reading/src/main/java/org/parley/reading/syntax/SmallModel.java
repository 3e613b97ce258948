package org.parley.reading.syntax;

import edu.emory.clir.clearnlp.classification.model.StringModel;
import edu.emory.clir.clearnlp.classification.prediction.StringPrediction;
import edu.emory.clir.clearnlp.classification.vector.StringFeatureVector;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A linear classifier over hashed features with 8-bit weights. It replaces that of the library,
/// which needs a gigabyte for the same.
public final class SmallModel extends StringModel {

  private static final long serialVersionUID = 1;

  private final String[] labels;
  private final transient Map<String, Integer> byLabel = new HashMap<>();
  private final float[] bias;
  private final float scale;
  private final int[] keys;
  private final int[] starts;
  private final byte[] label;
  private final byte[] weight;

  /// A model as `org.parley.bench.reading` writes it.
  public SmallModel(DataInputStream in) throws IOException {
    super(false);
    int size = in.readInt();
    labels = new String[size];
    bias = new float[size];
    for (int i = 0; i < size; i++) {
      labels[i] = in.readUTF();
      byLabel.put(labels[i], i);
      bias[i] = in.readFloat();
    }
    scale = in.readFloat();
    int features = in.readInt();
    int weights = in.readInt();
    keys = new int[features];
    starts = new int[features + 1];
    label = new byte[weights];
    weight = new byte[weights];
    long last = Integer.MIN_VALUE;
    for (int i = 0; i < features; i++) {
      last += gap(in);
      keys[i] = (int) last;
    }
    int at = 0;
    for (int i = 0; i < features; i++) {
      starts[i] = at;
      at += in.readUnsignedByte();
    }
    starts[features] = at;
    in.readFully(label);
    in.readFully(weight);
  }

  private static long gap(DataInputStream in) throws IOException {
    long value = 0;
    int shift = 0;
    while (true) {
      int next = in.readUnsignedByte();
      value |= (long) (next & 127) << shift;
      if (next < 128) {
        return value;
      }
      shift += 7;
    }
  }

  @Override
  public double[] getScores(StringFeatureVector features) {
    double[] scores = new double[labels.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = bias[i];
    }
    for (int i = 0; i < features.size(); i++) {
      int hash = FeatureHash.of(features.getType(i), features.getValue(i));
      add(hash, features.getWeight(i), scores);
    }
    return scores;
  }

  /// The score of each label for features of type 0 that count alike.
  public double[] scores(Set<String> features) {
    double[] scores = new double[labels.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = bias[i];
    }
    features.forEach(each -> add(FeatureHash.of(0, each), 1, scores));
    return scores;
  }

  private void add(int hash, double times, double[] scores) {
    int found = Arrays.binarySearch(keys, hash);
    if (found >= 0) {
      for (int j = starts[found]; j < starts[found + 1]; j++) {
        scores[label[j] & 255] += times * scale * weight[j];
      }
    }
  }

  @Override
  public double[] getScores(StringFeatureVector features, int[] included) {
    return getScores(features);
  }

  @Override
  public StringPrediction getPrediction(int index, double score) {
    return new StringPrediction(labels[index], score);
  }

  @Override
  public String[] getLabels() {
    return labels.clone();
  }

  @Override
  public int getLabelSize() {
    return labels.length;
  }

  @Override
  public int getLabelIndex(String name) {
    return byLabel.getOrDefault(name, -1);
  }

  @Override
  public boolean isBinaryLabel() {
    return false;
  }
}
