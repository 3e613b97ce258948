package org.parley.web.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.Say.Choice;

/// A field of a form, with what is written in it and what is wrong with it.
public sealed interface FormField {

  Head head();

  /// What all fields have.
  ///
  /// @param name the name it is sent under
  /// @param label what it is called
  /// @param about what tells it from others of that label, for readers of screens; may be empty
  /// @param hint what it means
  /// @param required whether it has to be filled in
  /// @param problems what is wrong with it, in sentences
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

  /// One line.
  ///
  /// @param kind what is typed: `text`, `number`, `date`, `id` or `own-id`
  /// @param completes the kinds of ids that complete it, separated by blanks; empty for none
  /// @param said what it means, in words: a date as people say it, the title of an id
  record Line(Head head, String value, String kind, String completes, String said)
      implements FormField {}

  /// Several lines of text.
  record Area(Head head, String value) implements FormField {}

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

  /// One of several forms, with the fields of the one that is chosen.
  ///
  /// @param kept what was typed in forms that are not chosen, by name
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
