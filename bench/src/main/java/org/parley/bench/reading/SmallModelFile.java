package org.parley.bench.reading;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a linear classifier the way `SmallModel` reads it: weights in eight bits, those below a
/// least left out, features by their hash.
final class SmallModelFile {

  private SmallModelFile() {}

  /// Writes one classifier.
  ///
  /// @param bias for each label, its bias
  /// @param weights for the hash of each feature, its weight for each label
  /// @return the number of features kept
  static int write(
      List<String> labels,
      float[] bias,
      Map<Integer, float[]> weights,
      float least,
      DataOutputStream out)
      throws IOException {
    float most = 0;
    for (float[] row : weights.values()) {
      for (float each : row) {
        most = Math.max(most, Math.abs(each));
      }
    }
    float scale = most / 127;
    out.writeInt(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      out.writeUTF(labels.get(i));
      out.writeFloat(bias[i]);
    }
    out.writeFloat(scale);
    TreeMap<Integer, List<byte[]>> kept = new TreeMap<>();
    weights.forEach(
        (feature, row) -> {
          List<byte[]> small = small(row, scale, least);
          if (!small.isEmpty()) {
            kept.put(feature, small);
          }
        });
    out.writeInt(kept.size());
    out.writeInt(kept.values().stream().mapToInt(List::size).sum());
    long last = Integer.MIN_VALUE;
    for (int key : kept.keySet()) {
      writeGap(key - last, out);
      last = key;
    }
    for (List<byte[]> row : kept.values()) {
      out.writeByte(row.size());
    }
    for (int part = 0; part < 2; part++) {
      for (List<byte[]> row : kept.values()) {
        for (byte[] each : row) {
          out.writeByte(each[part]);
        }
      }
    }
    return kept.size();
  }

  private static List<byte[]> small(float[] row, float scale, float least) {
    List<byte[]> kept = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      byte weight = (byte) Math.round(row[i] / scale);
      if (Math.abs(row[i]) >= least && weight != 0) {
        kept.add(new byte[] {(byte) i, weight});
      }
    }
    return kept;
  }

  private static void writeGap(long gap, DataOutputStream out) throws IOException {
    long rest = gap;
    while (rest >= 128) {
      out.writeByte((int) ((rest & 127) | 128));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }
}
