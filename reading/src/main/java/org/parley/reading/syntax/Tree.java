package org.parley.reading.syntax;

import java.util.ArrayList;
import java.util.List;

/// The dependency arcs of a sentence, in the style of the Stanford dependencies for English.
///
/// @param heads for each token its head; -1 for a root
/// @param labels for each token its dependency label: `nsubj`, `dobj`, `ccomp`, ...
/// @param tags for each token its Penn Treebank tag
public record Tree(List<Integer> heads, List<String> labels, List<String> tags) {

  public Tree {
    heads = List.copyOf(heads);
    labels = List.copyOf(labels);
    tags = List.copyOf(tags);
  }

  /// The same, with the dependencies of some tokens as another tree of only these has them.
  public Tree with(List<Integer> tokens, Tree own) {
    List<Integer> newHeads = new ArrayList<>(heads);
    List<String> newLabels = new ArrayList<>(labels);
    List<String> newTags = new ArrayList<>(tags);
    for (int i = 0; i < tokens.size(); i++) {
      int head = own.head(i);
      newHeads.set(tokens.get(i), head < 0 ? -1 : tokens.get(head));
      newLabels.set(tokens.get(i), own.label(i));
      newTags.set(tokens.get(i), own.tag(i));
    }
    return new Tree(newHeads, newLabels, newTags);
  }

  /// The same with a token hung on another.
  public Tree hung(int token, int head, String label) {
    List<Integer> newHeads = new ArrayList<>(heads);
    List<String> newLabels = new ArrayList<>(labels);
    newHeads.set(token, head);
    newLabels.set(token, label);
    return new Tree(newHeads, newLabels, tags);
  }

  /// The same with other tags.
  public Tree tagged(List<String> other) {
    return other.equals(tags) ? this : new Tree(heads, labels, other);
  }

  public int size() {
    return heads.size();
  }

  public int head(int token) {
    return heads.get(token);
  }

  public String label(int token) {
    return labels.get(token);
  }

  public String tag(int token) {
    return tags.get(token);
  }

  public boolean isLabelled(int token, String... wanted) {
    for (String each : wanted) {
      if (labels.get(token).equals(each)) {
        return true;
      }
    }
    return false;
  }

  public boolean isVerb(int token) {
    return tag(token).startsWith("VB") || tag(token).equals("MD");
  }

  /// The tokens that depend on a token directly, from left to right.
  public List<Integer> children(int token) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (heads.get(i) == token) {
        found.add(i);
      }
    }
    return found;
  }

  /// The first dependent of a token with one of these labels; -1 if there is none.
  public int child(int token, String... wanted) {
    for (int i = 0; i < size(); i++) {
      if (heads.get(i) == token && isLabelled(i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a token is another or depends on it, directly or not.
  public boolean isUnder(int token, int top) {
    int at = token;
    for (int steps = 0; at >= 0 && steps <= size(); steps++) {
      if (at == top) {
        return true;
      }
      at = heads.get(at);
    }
    return false;
  }

  /// A token and all that depends on it, from left to right.
  public List<Integer> under(int top) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (isUnder(i, top)) {
        found.add(i);
      }
    }
    return found;
  }
}
