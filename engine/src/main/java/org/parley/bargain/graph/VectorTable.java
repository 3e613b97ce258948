package org.parley.bargain.graph;

import java.util.Arrays;

/// A hash table of packed vectors, numbered in order of insertion.
public final class VectorTable {

  private final int words;
  private long[] vectors;
  private int[] places = new int[16];
  private int size;

  public VectorTable(int words) {
    this.words = words;
    vectors = new long[8 * words];
  }

  public int size() {
    return size;
  }

  public long[] vectors() {
    return vectors;
  }

  /// The number of a vector, new or known.
  public int number(long[] vector) {
    if (2 * (size + 1) > places.length) {
      grow();
    }
    int place = place(vector, 0);
    if (places[place] == 0) {
      if ((size + 1) * words > vectors.length) {
        vectors = Arrays.copyOf(vectors, vectors.length * 2);
      }
      System.arraycopy(vector, 0, vectors, size * words, words);
      places[place] = ++size;
    }
    return places[place] - 1;
  }

  private int place(long[] from, int index) {
    long hash = 0;
    for (int w = 0; w < words; w++) {
      hash = (hash ^ from[index * words + w]) * 0x9E37_79B9_7F4A_7C15L;
      hash ^= hash >>> 29;
    }
    int place = (int) hash & (places.length - 1);
    while (places[place] != 0 && !equals(places[place] - 1, from, index)) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private boolean equals(int known, long[] from, int index) {
    for (int w = 0; w < words; w++) {
      if (vectors[known * words + w] != from[index * words + w]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    places = new int[places.length * 2];
    for (int known = 0; known < size; known++) {
      places[place(vectors, known)] = known + 1;
    }
  }
}
