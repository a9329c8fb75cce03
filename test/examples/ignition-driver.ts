import { chaptersOf, driver } from './drivers.ts';

export { chaptersOf };

export const ignitionDriver = driver({
  example: 'ignition-driver',
  name: 'demo-driver',
  module: 'demo_driver',
  tags: ['1.0.0'],
});
