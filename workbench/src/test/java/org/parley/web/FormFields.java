package org.parley.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Shape;
import org.parley.model.CaseRecord;

/// The fields a browser sends when somebody has typed a whole record into its form.
@NullMarked
final class FormFields {

  private final Map<String, String> fields = new LinkedHashMap<>();

  private FormFields() {}

  static Map<String, String> of(CaseRecord record) {
    FormFields made = new FormFields();
    RecordForm form = RecordForm.of(record);
    for (FormValue.Entry entry : form.written(record).entries()) {
      made.put(shape(form.shape(), entry.key()), entry.key(), entry.value());
    }
    return made.fields;
  }

  private static @Nullable Shape shape(Shape.Structure structure, String name) {
    Shape.Key key = structure.key(name);
    return key == null ? null : key.shape();
  }

  private void put(@Nullable Shape shape, String name, FormValue written) {
    switch (written) {
      case FormValue.Words(String text) -> words(shape, name, text);
      case FormValue.Rows(List<FormValue> items) -> {
        Shape element = shape instanceof Shape.Many(Shape each) ? each : shape;
        for (int i = 0; i < items.size(); i++) {
          put(element, name + "/" + i, items.get(i));
        }
      }
      case FormValue.Keys keys -> keys(shape, name, keys);
    }
  }

  private void words(@Nullable Shape shape, String name, String text) {
    switch (shape) {
      case Shape.Many(Shape element) -> put(element, name + "/0", new FormValue.Words(text));
      case Shape.Union union when union.member(text) == null -> {
        for (Shape.Member member : union.members()) {
          if (member.form() == Shape.Form.BARE) {
            fields.put(name, member.name());
            fields.put(name + "/" + member.name(), text);
          }
        }
      }
      case null, default -> fields.put(name, text);
    }
  }

  private void keys(@Nullable Shape shape, String name, FormValue.Keys keys) {
    switch (shape) {
      case Shape.Structure structure ->
          keys.entries()
              .forEach(
                  each -> put(shape(structure, each.key()), name + "/" + each.key(), each.value()));
      case Shape.Localized _ -> keys(Shape.Localized.TEXTS, name, keys);
      case Shape.Table(_, Shape value) -> {
        for (int i = 0; i < keys.entries().size(); i++) {
          fields.put(name + "/" + i + "/k", keys.entries().get(i).key());
          put(value, name + "/" + i + "/v", keys.entries().get(i).value());
        }
      }
      case Shape.Union union -> {
        for (FormValue.Entry each : keys.entries()) {
          Shape.Member member = union.member(each.key());
          fields.put(name, each.key());
          if (member != null) {
            put(
                member.form() == Shape.Form.VALUE
                    ? member.structure().keys().getFirst().shape()
                    : member.structure(),
                name + "/" + each.key(),
                each.value());
          }
        }
      }
      case Shape.Many(Shape element) -> put(element, name + "/0", keys);
      case null, default -> {}
    }
  }
}
