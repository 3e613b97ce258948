package org.parley.web.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Descriptions;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.shape.Shapes;
import org.parley.model.Id;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The words of forms: every label, choice and hint in every language, and no others.
@NullMarked
class FormWordsTest {

  /// What is the same for all records, or said in words of its own.
  private static final Set<String> BESIDES =
      Set.of("field.id", "pair.party", "pair.number", "pair.words");

  /// What forms say.
  ///
  /// @param keys the keys of messages
  /// @param hints the names of descriptions
  private record Words(Set<String> keys, Set<String> hints) {}

  @ParameterizedTest
  @EnumSource
  void everyFormHasItsWords(Language language) {
    Words words = words();
    Messages messages = Messages.of(language);
    List<String> missing = new ArrayList<>();
    words.keys.stream().filter(each -> !messages.has(each)).forEach(missing::add);
    for (String hint : words.hints) {
      int dot = hint.lastIndexOf('.');
      try {
        Descriptions.spoken(hint.substring(0, dot), hint.substring(dot + 1), language);
      } catch (IllegalStateException e) {
        missing.add(e.getMessage());
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void noWordsAreLeftOver() {
    Words words = words();
    Set<String> left = new TreeSet<>();
    for (String key : Messages.of(Language.ENGLISH).keys()) {
      if (key.matches("(field|choice|row|section|pair|kinds)\\..*")) {
        left.add(key);
      }
    }
    left.removeAll(words.keys);
    left.removeAll(BESIDES);
    assertEquals(Set.of(), left);
    Set<String> french = Descriptions.in("/org/parley/casefile/descriptions_fr.properties").list();
    left.addAll(french);
    left.removeIf(each -> each.startsWith("*.") || words.hints.contains(each));
    assertEquals(Set.of(), left);
  }

  private static Words words() {
    Words words = new Words(new TreeSet<>(), new TreeSet<>());
    Set<Class<?>> seen = new HashSet<>();
    for (String kind : RecordForm.kinds()) {
      Shape.Structure shape = RecordForm.of(kind).shape();
      words.keys.add("kinds." + kind);
      words.hints.add("case-file." + kind);
      for (FormLayout.Section section : FormLayout.of(kind, shape)) {
        if (!section.name().isEmpty()) {
          words.keys.add("section." + section.name());
        }
      }
      walk(shape, words, seen);
    }
    return words;
  }

  private static void walk(Shape shape, Words words, Set<Class<?>> seen) {
    switch (shape) {
      case Shape.Structure structure -> {
        if (seen.add(structure.type())) {
          for (Shape.Key key : structure.keys()) {
            label(key, words);
            String hint = Shapes.kebab(key.owner()) + "." + key.name();
            if (key.shape().idType() == null || !key.name().equals("id")) {
              words.hints.add(hint);
            }
            walk(key.shape(), words, seen);
          }
        }
      }
      case Shape.Union union -> {
        if (seen.add(union.type())) {
          for (Shape.Member member : union.members()) {
            words.keys.add("choice." + Shapes.kebab(union.type()) + "." + member.name());
            if (member.form() == Shape.Form.VALUE) {
              Shape.Key key = member.structure().keys().getFirst();
              label(key, words);
              words.hints.add(Shapes.kebab(union.type()) + "." + member.name());
              walk(key.shape(), words, seen);
            } else if (member.form() != Shape.Form.BARE) {
              walk(member.structure(), words, seen);
            }
          }
        }
      }
      case Shape.Word(Class<?> type, var values) ->
          values.keySet().forEach(each -> words.keys.add(choice(type, each)));
      case Shape.Many(Shape element) -> {
        switch (element) {
          case Shape.Structure structure -> words.keys.add("row." + Shapes.kebab(structure.type()));
          case Shape.Union union -> words.keys.add("row." + Shapes.kebab(union.type()));
          default -> {}
        }
        walk(element, words, seen);
      }
      case Shape.Table(Shape key, Shape value) -> {
        List.of(key, value).forEach(each -> half(each, words));
        walk(key, words, seen);
        walk(value, words, seen);
      }
      case Shape.Text _, Shape.Localized _, Shape.Whole _, Shape.Truth _ -> {}
      case Shape.Coded _, Shape.Reference _ -> {}
    }
  }

  private static void label(Shape.Key key, Words words) {
    String own = "field." + Shapes.kebab(key.owner()) + "." + key.name();
    words.keys.add(Messages.of(Language.ENGLISH).has(own) ? own : "field." + key.name());
  }

  private static String choice(Class<?> type, String word) {
    return "choice." + Shapes.kebab(type) + "." + word;
  }

  private static void half(Shape shape, Words words) {
    switch (shape) {
      case Shape.Coded(Class<?> type, _) ->
          words.keys.add(
              Id.class.isAssignableFrom(type)
                  ? "pair." + Shapes.kebab(type).replaceFirst("-id$", "")
                  : type.getSimpleName().equals("Edtf")
                      ? "pair.date"
                      : "pair." + Shapes.kebab(type));
      case Shape.Word(Class<?> type, _) -> words.keys.add("pair." + Shapes.kebab(type));
      default -> {}
    }
  }
}
