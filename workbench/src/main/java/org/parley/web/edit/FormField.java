package org.parley.web.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.Say.Choice;

/// A field of a form, with its value and faults.
public sealed interface FormField {

  Head head();

  /// The common part of all fields.
  ///
  /// @param name its name in requests
  /// @param label what it is called
  /// @param about the context that distinguishes equal labels, for screen readers; may be empty
  /// @param hint its meaning
  /// @param required whether it is required
  /// @param problems its faults, in sentences
  record Head(
      String name,
      String label,
      String about,
      String hint,
      boolean required,
      List<String> problems) {
    public Head {
      problems = List.copyOf(problems);
    }

    Head(String name, String label, String hint, boolean required, List<String> problems) {
      this(name, label, "", hint, required, problems);
    }

    /// The id of its element.
    public String id() {
      return "f-" + name.replace('/', '-');
    }

    public boolean isWrong() {
      return !problems.isEmpty();
    }

    /// The ids of the elements that say more of it, for readers of screens.
    public @Nullable String describedBy() {
      String both = (hint.isEmpty() ? "" : id() + "-h ") + (isWrong() ? id() + "-e" : "");
      return both.isBlank() ? null : both.strip();
    }
  }

  /// A single-line field.
  ///
  /// @param kind the type of input: `text`, `number`, `date`, `id` or `own-id`
  /// @param completes the kinds of ids that complete it, separated by blanks; empty for none
  /// @param said its meaning in words: a date in words, the title of an id
  /// @param inPlace the new record that it may refer to; null if none can be made here
  record Line(
      Head head,
      String value,
      String kind,
      String completes,
      String said,
      @Nullable InPlace inPlace)
      implements FormField {
    Line(Head head, String value, String kind, String completes, String said) {
      this(head, value, kind, completes, said, null);
    }
  }

  /// A record made together with the one that refers to it.
  ///
  /// @param reference the name of the field that refers to it
  /// @param kinds the kinds that can be made, as keys
  /// @param made the kind that is being made; empty for none yet
  /// @param parts its fields
  record InPlace(String reference, List<String> kinds, String made, List<FormField> parts) {
    public InPlace {
      kinds = List.copyOf(kinds);
      parts = List.copyOf(parts);
    }

    /// The name of the field that holds the kind.
    public String marker() {
      return NewInPlace.MARK + reference;
    }
  }

  /// A name or title without translations, which a button adds.
  record Translatable(Line line) implements FormField {
    @Override
    public Head head() {
      return line.head();
    }
  }

  /// Several lines of text.
  ///
  /// @param accepts the files whose text may take its place; empty for none
  record Area(Head head, String value, String accepts) implements FormField {}

  /// One of several words.
  record Pick(Head head, String value, List<Choice> choices) implements FormField {
    public Pick {
      choices = List.copyOf(choices);
    }
  }

  /// Yes or no.
  record Tick(Head head, boolean on) implements FormField {}

  /// Any number of single values; the last is empty, to be filled in.
  record Lines(Head head, List<Line> lines) implements FormField {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /// Any number of one of several words.
  record Ticks(Head head, List<String> on, List<Choice> choices) implements FormField {
    public Ticks {
      on = List.copyOf(on);
      choices = List.copyOf(choices);
    }
  }

  /// Any number of parts with fields of their own.
  record Rows(Head head, String one, List<Row> rows) implements FormField {
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /// One of these parts.
  ///
  /// @param name the name its fields begin with
  /// @param title its title
  /// @param isNew whether nothing is written in it yet
  record Row(
      String name, String title, boolean isNew, List<String> problems, List<FormField> parts) {
    public Row {
      problems = List.copyOf(problems);
      parts = List.copyOf(parts);
    }
  }

  /// Keys with values; the last is empty, to be filled in.
  record Pairs(Head head, List<Pair> pairs) implements FormField {
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  /// One key and its value.
  record Pair(Line key, FormField value) {}

  /// Fields that belong together.
  record Group(Head head, List<FormField> parts) implements FormField {
    public Group {
      parts = List.copyOf(parts);
    }
  }

  /// One of several forms, with the fields of the chosen one.
  ///
  /// @param kept the input of forms not chosen, by name
  record Either(
      Head head, String chosen, List<Choice> choices, List<FormField> parts, List<Choice> kept)
      implements FormField {
    public Either {
      choices = List.copyOf(choices);
      parts = List.copyOf(parts);
      kept = List.copyOf(kept);
    }
  }
}
