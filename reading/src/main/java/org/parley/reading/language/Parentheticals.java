package org.parley.reading.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.reading.syntax.Syntax;
import org.parley.reading.syntax.Tree;

/// Parses a sentence without its parentheticals between commas: "Ann Berg, who keeps the purse and
/// has done so for years, said it was settled". Parsers are least reliable there, and nothing else
/// depends on these words.
final class Parentheticals {

  private static final int MIN_ASIDE = 2;
  private static final int MAX_ASIDE = 22;

  private final Syntax syntax;
  private final List<String> words;
  private Tree tree;

  private Parentheticals(Syntax syntax, List<String> words, Tree tree) {
    this.syntax = syntax;
    this.words = words;
    this.tree = tree;
  }

  /// The dependencies of a sentence, reparsed without its parentheticals if it has any.
  static Tree apart(Syntax syntax, List<String> words, Tree tree) {
    return new Parentheticals(syntax, words, tree).read();
  }

  private Tree read() {
    List<int[]> found = new ArrayList<>();
    int at = 1;
    while (at + MIN_ASIDE < words.size()) {
      int end = words.get(at).equals(",") ? endOf(at) : -1;
      if (end > 0) {
        found.add(new int[] {at, end});
      }
      at = end > 0 ? end + 1 : at + 1;
    }
    if (found.isEmpty()) {
      return tree;
    }
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int token = i;
      boolean isAside =
          found.stream().anyMatch(each -> each[0] <= token && token < each[1] + closing(each[1]));
      if (!isAside) {
        kept.add(i);
      }
    }
    tree = tree.with(kept, own(kept));
    found.forEach(this::attach);
    return tree;
  }

  /// The comma that closes an aside goes with it; a full stop stays.
  private int closing(int end) {
    return words.get(end).equals(",") && !isJoining(end + 1) ? 1 : 0;
  }

  private boolean isJoining(int token) {
    return token < words.size() && tree.tag(token).equals("CC");
  }

  private Tree own(List<Integer> tokens) {
    return syntax.tree(tokens.stream().map(words::get).toList());
  }

  /// Attaches a parenthetical to the noun before it: a clause with "who" as a relative clause, all
  /// else as an apposition.
  private void attach(int[] aside) {
    List<Integer> tokens = IntStream.range(aside[0] + 1, aside[1]).boxed().toList();
    Tree own = own(tokens);
    tree = tree.with(tokens, own);
    int noun = aside[0] - 1;
    for (int i = 0; i < tokens.size(); i++) {
      if (own.head(i) < 0) {
        tree = tree.hung(tokens.get(i), noun, label(tokens.get(i), aside[0] + 1));
      }
    }
    tree = tree.hung(aside[0], noun, "punct");
    if (closing(aside[1]) > 0) {
      tree = tree.hung(aside[1], noun, "punct");
    }
  }

  private String label(int root, int first) {
    if (isTold(first)) {
      return "relcl";
    }
    String tag = tree.tag(root);
    return tag.equals("IN") ? "prep" : tag.startsWith("VB") ? "acl" : "appos";
  }

  /// The end of a parenthetical that begins at a comma; -1 if none does.
  private int endOf(int comma) {
    if (!isNoun(comma - 1) || !isBeginning(comma + 1)) {
      return -1;
    }
    boolean isInverted = invertedVerb(comma) > 0 && !isDone(comma - 1, invertedVerb(comma));
    int end = comma + 1;
    while (end < words.size() && end - comma <= MAX_ASIDE) {
      if (words.get(end).matches("[\";:()]|[-–—]+")) {
        return words.get(end).equals(";") && isInverted && isClosed(comma, end) ? end : -1;
      }
      boolean isEnd = words.get(end).equals(",") || end + 1 == words.size();
      if (isEnd && isClosed(comma, end) && (isInverted || isVerbNext(comma, end))) {
        return end;
      }
      end++;
    }
    return -1;
  }

  /// Whether the words up to a mark can be an aside by themselves.
  private boolean isClosed(int comma, int end) {
    return end - comma > MIN_ASIDE && (isTold(comma + 1) || !hasFinite(comma + 1, end));
  }

  private boolean isNoun(int token) {
    return tree.tag(token).matches("NN.*") && Character.isLetter(words.get(token).charAt(0));
  }

  private boolean isBeginning(int token) {
    return isTold(token) || tree.tag(token).matches("DT|NN|NNP|NNS|IN|PRP\\$|JJ|VBN|VBG|CD");
  }

  private boolean isTold(int token) {
    return words.get(token).matches("who|whose|whom")
        || (token + 1 < words.size()
            && tree.tag(token).equals("IN")
            && words.get(token + 1).matches("whose|whom"));
  }

  /// ", conceded Ann Berg": a verb between a comma or quotation and its subject.
  private int invertedVerb(int comma) {
    int at = comma - 1;
    while (at > 1 && tree.tag(at).matches("NN.*|DT|JJ|POS|IN|PRP\\$")) {
      at--;
    }
    boolean isOne =
        at > 1
            && comma - at > 1
            && tree.tag(at).matches("VBD|VBN|VBZ|VBP")
            && words.get(at - 1).matches("[,\"]")
            && !tree.tag(at + 1).equals("IN");
    return isOne ? at : -1;
  }

  /// Whether the parser found anyway whose verb it is.
  private boolean isDone(int noun, int verb) {
    int subject = tree.child(verb, "nsubj");
    return subject >= 0 && tree.isUnder(noun, subject);
  }

  /// Whether the verb of the described noun follows the comma, without another possible subject.
  private boolean isVerbNext(int comma, int end) {
    int verb = end + 1;
    while (verb < words.size() && tree.tag(verb).startsWith("RB")) {
      verb++;
    }
    boolean isVerb =
        verb + 1 < words.size()
            && (tree.tag(verb).matches("VBD|VBZ|VBP|MD")
                || (words.get(verb).endsWith("ed") && tree.tag(verb).matches("VBN|JJ")));
    return isVerb && words.get(end).equals(",") && isSubject(comma) && !isDone(comma - 1, verb);
  }

  /// Whether the noun phrase before a comma is in subject position: first, or after a mark or a
  /// word that begins a clause.
  private boolean isSubject(int comma) {
    int at = comma - 1;
    while (at >= 0 && tree.tag(at).matches("NN.*|DT|JJ|POS|PRP\\$|CD")) {
      at--;
    }
    return at < 0
        || words.get(at).matches("[,;:\"]")
        || tree.tag(at).equals("CC")
        || words.get(at).equals("that");
  }

  private boolean hasFinite(int from, int to) {
    return IntStream.range(from, to).anyMatch(i -> tree.tag(i).matches("VBD|VBZ|VBP|MD"));
  }
}
