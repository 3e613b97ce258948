package org.parley.reading.language;

import java.util.Set;
import org.parley.reading.syntax.Tree;

/// The parts of speech of Universal Dependencies, derived from those of the Penn Treebank and the
/// dependency label.
final class WordClasses {

  private static final Set<String> AUXILIARIES =
      Set.of("be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m");

  private WordClasses() {}

  static String of(Tree tree, int index, String lower) {
    String tag = tree.tag(index);
    boolean isAuxiliary = tree.isLabelled(index, "aux", "auxpass");
    return switch (tag) {
      case "MD" -> "AUX";
      case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ" ->
          isAuxiliary || AUXILIARIES.contains(lower) ? "AUX" : "VERB";
      case "NN", "NNS" -> "NOUN";
      case "NNP", "NNPS" -> "PROPN";
      case "JJ", "JJR", "JJS" -> "ADJ";
      case "RB", "RBR", "RBS", "WRB" -> lower.matches("not|n't") ? "PART" : "ADV";
      case "IN" -> tree.isLabelled(index, "mark", "complm") ? "SCONJ" : "ADP";
      case "RP" -> "ADP";
      case "TO" -> tree.isLabelled(index, "aux") ? "PART" : "ADP";
      case "POS" -> "PART";
      case "DT", "PDT" -> tree.isLabelled(index, "det", "predet") ? "DET" : "PRON";
      case "PRP", "PRP$", "WP", "WP$", "WDT", "EX" -> "PRON";
      case "CC" -> "CCONJ";
      case "CD" -> "NUM";
      case "UH" -> "INTJ";
      case "SYM", "$", "#" -> "SYM";
      case "FW", "XX", "LS", "ADD", "NFP", "GW", "AFX" -> "X";
      default -> "PUNCT";
    };
  }
}
