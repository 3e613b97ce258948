package org.parley.reading.syntax;

/// The number under which a small model keeps a feature.
public final class FeatureHash {

  private FeatureHash() {}

  /// The same for the same type and value, and for others with a chance of one in 2^32.
  public static int of(int type, String value) {
    int hash = 0x811c9dc5 ^ (type * 0x9E3779B1);
    for (int i = 0; i < value.length(); i++) {
      hash ^= value.charAt(i);
      hash *= 0x01000193;
      hash ^= hash >>> 15;
    }
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    hash *= 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }
}
