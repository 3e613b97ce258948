package org.parley.reading.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// A model of two labels and a few features, written byte by byte.
@NullMarked
class SmallModelTest {

  private static final float SCALE = 0.5f;

  /// For each feature the weight of `yes` and of `no`.
  private static byte[] written(Map<String, byte[]> weights) throws IOException {
    TreeMap<Integer, byte[]> sorted = new TreeMap<>();
    weights.forEach((feature, each) -> sorted.put(FeatureHash.of(0, feature), each));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(2);
      out.writeUTF("yes");
      out.writeFloat(1);
      out.writeUTF("no");
      out.writeFloat(0);
      out.writeFloat(SCALE);
      out.writeInt(sorted.size());
      out.writeInt(2 * sorted.size());
      long last = Integer.MIN_VALUE;
      for (int key : sorted.keySet()) {
        long gap = key - last;
        while (gap > 127) {
          out.writeByte((int) ((gap & 127) | 128));
          gap >>>= 7;
        }
        out.writeByte((int) gap);
        last = key;
      }
      for (int i = 0; i < sorted.size(); i++) {
        out.writeByte(2);
      }
      for (int i = 0; i < sorted.size(); i++) {
        out.write(new byte[] {0, 1});
      }
      for (byte[] each : sorted.values()) {
        out.write(each);
      }
    }
    return bytes.toByteArray();
  }

  private static SmallModel read(byte[] bytes) throws IOException {
    return new SmallModel(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void scoresAreBiasAndScaledWeights() throws IOException {
    SmallModel model =
        read(written(Map.of("a", new byte[] {2, -4}, "b", new byte[] {-1, 127}, "c", new byte[2])));
    assertArrayEquals(new double[] {1, 0}, model.scores(Set.of()));
    assertArrayEquals(new double[] {2, -2}, model.scores(Set.of("a")));
    assertArrayEquals(new double[] {1.5, 61.5}, model.scores(Set.of("a", "b")));
    assertArrayEquals(new double[] {1, 0}, model.scores(Set.of("c", "unknown")));
  }

  @Test
  void labelsAreKnownByNumberAndName() throws IOException {
    SmallModel model = read(written(Map.of()));
    assertArrayEquals(new String[] {"yes", "no"}, model.getLabels());
    assertEquals(2, model.getLabelSize());
    assertEquals(1, model.getLabelIndex("no"));
    assertEquals(-1, model.getLabelIndex("perhaps"));
    model.getLabels()[0] = "changed";
    assertEquals("yes", model.getLabels()[0]);
  }

  @Test
  void aCutFileIsNoModel() throws IOException {
    byte[] bytes = written(Map.of("a", new byte[] {2, -4}));
    for (int end = 0; end < bytes.length; end++) {
      byte[] cut = java.util.Arrays.copyOf(bytes, end);
      assertThrows(EOFException.class, () -> read(cut));
    }
  }

  @Test
  void hashesTellTypesAndWordsApart() {
    assertEquals(FeatureHash.of(3, "map"), FeatureHash.of(3, "map"));
    assertNotEquals(FeatureHash.of(3, "map"), FeatureHash.of(4, "map"));
    assertNotEquals(FeatureHash.of(0, "ab"), FeatureHash.of(0, "ba"));
    Set<Integer> seen = new HashSet<>();
    for (int type = 0; type < 20; type++) {
      for (int word = 0; word < 500; word++) {
        seen.add(FeatureHash.of(type, "word" + word));
      }
    }
    assertEquals(10_000, seen.size());
  }
}
