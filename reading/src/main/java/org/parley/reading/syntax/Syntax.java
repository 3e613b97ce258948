package org.parley.reading.syntax;

import edu.emory.clir.clearnlp.component.mode.dep.DEPConfiguration;
import edu.emory.clir.clearnlp.component.mode.dep.DEPFeatureExtractor;
import edu.emory.clir.clearnlp.component.mode.dep.EnglishDEPParser;
import edu.emory.clir.clearnlp.component.mode.morph.EnglishMPAnalyzer;
import edu.emory.clir.clearnlp.component.mode.pos.EnglishPOSTagger;
import edu.emory.clir.clearnlp.component.mode.pos.POSFeatureExtractor;
import edu.emory.clir.clearnlp.component.utils.CFlag;
import edu.emory.clir.clearnlp.component.utils.GlobalLexica;
import edu.emory.clir.clearnlp.dependency.DEPNode;
import edu.emory.clir.clearnlp.dependency.DEPTree;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Finds the dependencies of sentences of one language.
public final class Syntax {

  /// Longer token sequences are not parsed, but left flat.
  private static final int MAX_TOKENS = 160;

  private static final Map<String, Syntax> LOADED = new ConcurrentHashMap<>();

  /// The contents of a model file: feature templates, the tagger's words, the weights.
  private static final class Model {
    private final Object[] extractors;
    private final @Nullable Object lexicon;
    private final SmallModel[] weights;

    Model(Object[] extractors, @Nullable Object lexicon, SmallModel[] weights) {
      this.extractors = extractors;
      this.lexicon = lexicon;
      this.weights = weights;
    }
  }

  private final EnglishPOSTagger tagger;
  private final EnglishMPAnalyzer forms;
  private final EnglishDEPParser parser;

  private Syntax(String language) {
    loadClusters(language);
    Model tags = model(language + "/tagger.gz");
    Model dependencies = model(language + "/parser.gz");
    tagger =
        new EnglishPOSTagger(
            (POSFeatureExtractor[]) tags.extractors, tags.lexicon, tags.weights, false);
    tagger.setFlag(CFlag.DECODE);
    parser =
        new EnglishDEPParser(
            new DEPConfiguration("root"),
            (DEPFeatureExtractor[]) dependencies.extractors,
            dependencies.lexicon,
            dependencies.weights,
            false);
    parser.setFlag(CFlag.DECODE);
    forms = new EnglishMPAnalyzer();
  }

  /// The parser of a language, `en`; its models are loaded once.
  ///
  /// @throws IllegalArgumentException if there are no models for it
  public static Syntax of(String language) {
    if (Syntax.class.getResource(language + "/parser.gz") == null) {
      throw new IllegalArgumentException(
          "no parser for the language \"" + language + "\". Maybe read with --language en");
    }
    return LOADED.computeIfAbsent(language, Syntax::new);
  }

  /// Parses the words of a sentence, punctuation included. Parts separated by a semicolon, a colon
  /// before a quotation, or a full stop within one, are parsed separately.
  public Tree tree(List<String> words) {
    if (words.size() > MAX_TOKENS) {
      return flat(words.size());
    }
    List<Integer> heads = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= words.size(); i++) {
      if (i == words.size() || isBreak(words, i)) {
        if (i > from) {
          add(words.subList(from, i), from, heads, labels, tags);
        }
        if (i < words.size()) {
          heads.add(-1);
          labels.add("punct");
          tags.add(words.get(i).equals(".") ? "." : ":");
        }
        from = i + 1;
      }
    }
    return new Tree(heads, labels, tags);
  }

  private static boolean isBreak(List<String> words, int index) {
    boolean isLast = index + 1 >= words.size();
    return switch (words.get(index)) {
      case ";" -> true;
      case ":" -> !isLast && words.get(index + 1).equals("\"");
      case ".", "!", "?" -> !isLast && !words.get(index + 1).equals("\"");
      default -> false;
    };
  }

  private void add(
      List<String> words, int from, List<Integer> heads, List<String> labels, List<String> tags) {
    DEPTree tree = new DEPTree(words);
    synchronized (this) {
      tagger.process(tree);
      forms.process(tree);
      parser.process(tree);
    }
    for (DEPNode each : tree) {
      int head = each.getHead() == null ? 0 : each.getHead().getID();
      heads.add(head == 0 ? -1 : head - 1 + from);
      labels.add(each.getLabel() == null ? "root" : each.getLabel());
      tags.add(each.getPOSTag());
    }
  }

  private static Tree flat(int size) {
    List<Integer> heads = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      heads.add(-1);
      labels.add("root");
      tags.add("NN");
    }
    return new Tree(heads, labels, tags);
  }

  private static Model model(String name) {
    try (DataInputStream in = open(name)) {
      byte[] parts = new byte[in.readInt()];
      in.readFully(parts);
      Object[] extractors;
      Object lexicon;
      try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(parts))) {
        extractors = (Object[]) objects.readObject();
        lexicon = objects.readObject();
      }
      SmallModel[] weights = new SmallModel[in.readInt()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = new SmallModel(in);
      }
      return new Model(extractors, lexicon, weights);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the model " + name + " is of another version", e);
    }
  }

  /// Loads the word clusters with shared sets. The library's own loader needs 170 MB, and the field
  /// can only be set by reflection.
  private static void loadClusters(String language) {
    Map<String, Set<String>> clusters = new HashMap<>(400_000);
    try (DataInputStream in = open(language + "/clusters.gz")) {
      List<Set<String>> sets = new ArrayList<>();
      int size = in.readInt();
      for (int i = 0; i < size; i++) {
        Set<String> set = new LinkedHashSet<>();
        int parts = in.readUnsignedByte();
        for (int j = 0; j < parts; j++) {
          set.add(in.readUTF());
        }
        sets.add(set);
      }
      int words = in.readInt();
      for (int i = 0; i < words; i++) {
        String word = in.readUTF();
        clusters.put(word, sets.get(in.readUnsignedShort()));
      }
      Field field = GlobalLexica.class.getDeclaredField("distributional_semantics_words");
      field.setAccessible(true);
      field.set(null, List.of(clusters));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the parser's library is of another version", e);
    }
  }

  private static DataInputStream open(String name) throws IOException {
    InputStream in = Syntax.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("no model " + name);
    }
    return new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16));
  }
}
