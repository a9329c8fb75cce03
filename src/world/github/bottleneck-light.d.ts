// The build without Redis, which the throttling plugin uses, comes without types.
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
