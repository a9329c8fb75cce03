type ImageFacts = {
  readonly created: string;
  readonly revision: string;
  readonly version: string | undefined;
  readonly source: string | undefined;
};

/** Labels of the OCI image specification, as lines of key=value. A label whose value is unknown is left out. */
export const imageLabels = (facts: ImageFacts): readonly string[] =>
  Object.entries(facts).flatMap(([key, value]) =>
    value === undefined ? [] : [`org.opencontainers.image.${key}=${value}`],
  );
