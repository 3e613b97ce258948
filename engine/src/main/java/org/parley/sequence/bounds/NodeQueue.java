package org.parley.sequence.bounds;

import java.util.Arrays;

/// An indexed binary min-heap of nodes with decrease-key.
public final class NodeQueue {

  private static final int ABSENT = -1;

  private final int[] heap;
  private final int[] place;
  private final long[] key;
  private int size;

  public NodeQueue(int nodes) {
    heap = new int[nodes];
    place = new int[nodes];
    key = new long[nodes];
    Arrays.fill(place, ABSENT);
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public void clear() {
    for (int i = 0; i < size; i++) {
      place[heap[i]] = ABSENT;
    }
    size = 0;
  }

  /// Adds a node, or lowers its key.
  public void lower(int node, long to) {
    if (place[node] == ABSENT) {
      place[node] = size;
      heap[size++] = node;
    } else if (to >= key[node]) {
      return;
    }
    key[node] = to;
    up(place[node]);
  }

  public int poll() {
    int first = heap[0];
    place[first] = ABSENT;
    size--;
    if (size > 0) {
      heap[0] = heap[size];
      place[heap[0]] = 0;
      down(0);
    }
    return first;
  }

  private void up(int start) {
    int at = start;
    while (at > 0 && key[heap[at]] < key[heap[(at - 1) / 2]]) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private void down(int start) {
    int at = start;
    while (true) {
      int least = at;
      for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
        if (key[heap[child]] < key[heap[least]]) {
          least = child;
        }
      }
      if (least == at) {
        return;
      }
      swap(at, least);
      at = least;
    }
  }

  private void swap(int a, int b) {
    int node = heap[a];
    heap[a] = heap[b];
    heap[b] = node;
    place[heap[a]] = a;
    place[heap[b]] = b;
  }
}
